// A growing array of plain values for the columns of the store. Growth goes through realloc, which
// moves large blocks by remapping pages: no copy, no double peak, and capacity that is not used yet
// costs no memory.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

namespace zonevet {

template <class T> class PodVector {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    PodVector() = default;
    PodVector(PodVector&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)),
          capacity_(std::exchange(other.capacity_, 0))
    {
    }
    PodVector& operator=(PodVector&& other) noexcept
    {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
        return *this;
    }
    ~PodVector() { std::free(data_); }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* data() { return data_; }
    const T* data() const { return data_; }
    T& operator[](std::size_t i) { return data_[i]; }
    const T& operator[](std::size_t i) const { return data_[i]; }
    T* begin() { return data_; }
    T* end() { return data_ + size_; }
    const T* begin() const { return data_; }
    const T* end() const { return data_ + size_; }
    T& back() { return data_[size_ - 1]; }
    const T& back() const { return data_[size_ - 1]; }

    void push_back(const T& value)
    {
        if (size_ == capacity_) {
            T copy = value; // it may live in the array that is about to move
            reserve(capacity_ == 0 ? 16 : capacity_ * 2);
            data_[size_++] = copy;
            return;
        }
        data_[size_++] = value;
    }
    void append(const T* values, std::size_t count)
    {
        if (count == 0)
            return;
        if (size_ + count > capacity_)
            reserve(size_ + count > capacity_ * 2 ? size_ + count : capacity_ * 2);
        std::memcpy(data_ + size_, values, count * sizeof(T));
        size_ += count;
    }
    void resize(std::size_t size, const T& value)
    {
        if (size > capacity_)
            reserve(size);
        for (std::size_t i = size_; i < size; ++i)
            data_[i] = value;
        size_ = size;
    }
    void reserve(std::size_t capacity)
    {
        if (capacity <= capacity_)
            return;
        void* grown = std::realloc(static_cast<void*>(data_), capacity * sizeof(T));
        if (grown == nullptr)
            throw std::bad_alloc();
        data_ = static_cast<T*>(grown);
        capacity_ = capacity;
    }
    void clear() { size_ = 0; }

private:
    T* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

} // namespace zonevet
